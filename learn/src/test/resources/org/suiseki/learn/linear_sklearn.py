"""Makes linear_sklearn.json: figures of scikit-learn for LinearReferenceTest. Run: python3 linear_sklearn.py"""

import json

import numpy as np
import sklearn
from sklearn.linear_model import BayesianRidge, Ridge, RidgeCV
from sklearn.metrics import mean_absolute_error, r2_score
from sklearn.preprocessing import StandardScaler

ALPHAS = [0.01, 0.1, 1.0, 10.0, 100.0, 1000.0]


def case(seed, rows, inputs, noise):
    random = np.random.default_rng(seed)
    x = np.round(random.normal(size=(rows, inputs)) * random.uniform(0.1, 50, inputs) + 3, 4)
    weights = random.normal(size=inputs) * (random.uniform(size=inputs) < 0.5)
    y = np.round((x / x.std(0)) @ weights + noise * random.normal(size=rows) - 250, 4)
    train, test = x[: rows // 2], x[rows // 2 :]
    y_train, y_test = y[: rows // 2], y[rows // 2 :]
    scaler = StandardScaler().fit(train)
    xs, xt = scaler.transform(train), scaler.transform(test)
    fixed = Ridge(alpha=7.5, solver="svd").fit(xs, y_train)
    chosen = RidgeCV(alphas=ALPHAS, store_cv_values=True).fit(xs, y_train)
    # In units of the deviation of y, as Suiseki iterates: the Gamma priors then mean the same.
    unit, centre = y_train.std(), y_train.mean()
    bayes = BayesianRidge(tol=1e-10, n_iter=9000, alpha_init=1, lambda_init=inputs)
    bayes.fit(xs, (y_train - centre) / unit)
    bayes.coef_ *= unit
    bayes.intercept_ = bayes.intercept_ * unit + centre
    bayes.alpha_ /= unit**2
    bayes.lambda_ /= unit**2
    bayes.sigma_ *= unit**2
    result = {
        "x": x.tolist(),
        "y": y.tolist(),
        "ridge_7.5": {"coef": fixed.coef_.tolist(), "intercept": fixed.intercept_,
                      "prediction": fixed.predict(xt).tolist(),
                      "r2": r2_score(y_test, fixed.predict(xt)),
                      "mae": mean_absolute_error(y_test, fixed.predict(xt))},
        "ridge_cv": {"alpha": chosen.alpha_, "coef": chosen.coef_.tolist()},
        "bayes": {"coef": bayes.coef_.tolist(), "intercept": bayes.intercept_,
                  "alpha": bayes.alpha_, "lambda": bayes.lambda_,
                  "prediction": bayes.predict(xt).tolist()},
    }
    # With more inputs than rows, scikit-learn 1.2.1 leaves the unseen directions out of the covariance.
    if rows // 2 > inputs:
        result["bayes"]["deviation"] = bayes.predict(xt, return_std=True)[1].tolist()
    else:
        precision = bayes.lambda_ * np.eye(inputs) + bayes.alpha_ * (xs - xs.mean(0)).T @ (xs - xs.mean(0))
        covariance = np.linalg.inv(precision)
        result["bayes"]["deviation"] = np.sqrt(1 / bayes.alpha_ + ((xt @ covariance) * xt).sum(1)).tolist()
    return result


cases = {"tall": case(1, 80, 6, 0.5), "wide": case(3, 60, 40, 2)}
cases["sklearn"] = sklearn.__version__
cases["alphas"] = ALPHAS
with open("linear_sklearn.json", "w") as file:
    json.dump(cases, file)
    file.write("\n")

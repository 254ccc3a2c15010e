// Choosers: segments for a few choices, a list for many. Native inputs, so keys and screen readers work unaided.

let groups = 0;

/**
 * A chooser. `options` is a list of {value, text}; few and short ones stand side by side. With one option nothing needs choosing and nothing is shown.
 * Returns {node, value, set(value)}.
 */
function chooser(label, options, value, onChange) {
  const many =
    options.length > 4 || options.reduce((sum, option) => sum + String(option.text).length, 0) > 40;
  const control = many ? list(label, options, value, onChange) : segments(label, options, value, onChange);
  if (options.length < 2) control.node.hidden = true;
  return control;
}

function segments(label, options, value, onChange) {
  const name = `group-${++groups}`;
  const control = { value };
  const inputs = new Map();
  control.node = element(
    "fieldset",
    { class: "segments" },
    element("legend", {}, label),
    element(
      "span",
      { class: "segments-row" },
      options.map((option) => {
        const input = element("input", {
          type: "radio",
          name,
          value: option.value,
          on: {
            change: () => {
              control.value = option.value;
              onChange(option.value);
            },
          },
        });
        input.checked = option.value === value;
        inputs.set(option.value, input);
        return element("label", {}, input, element("span", {}, rich(option.text)));
      }),
    ),
  );
  control.set = (next) => {
    control.value = next;
    if (inputs.has(next)) inputs.get(next).checked = true;
  };
  return control;
}

function list(label, options, value, onChange) {
  const control = { value };
  const select = element(
    "select",
    {
      on: {
        change: () => {
          control.value = select.value;
          onChange(select.value);
        },
      },
    },
    options.map((option) => element("option", { value: option.value }, plainLabel(option.text))),
  );
  select.value = value;
  control.node = element("label", { class: "list" }, element("span", {}, label), select);
  control.set = (next) => {
    control.value = next;
    select.value = next;
  };
  return control;
}

/** An option of a list cannot hold markup: "C_p" loses its underscore there. */
function plainLabel(text) {
  return String(text).replace(SCRIPTS, (_, sign, many, one) => many ?? one);
}

/** Names and values side by side; a pair without value is left out. */
function pairs(entries) {
  return element(
    "span",
    { class: "pairs" },
    entries
      .filter(([, value]) => value !== null)
      .map(([name, value]) =>
        element("span", { class: "pair" }, element("span", {}, name), element("span", {}, value)),
      ),
  );
}

function button(text, act) {
  return element("button", { type: "button", class: "quiet", on: { click: act } }, text);
}

/** A button that copies text and says that it did. */
function copyButton(text, label = "Copy") {
  const button = element(
    "button",
    {
      type: "button",
      class: "quiet",
      on: {
        click: async () => {
          const done = await copy(text());
          button.textContent = done ? "Copied" : "Select and copy by hand";
          setTimeout(() => {
            button.textContent = label;
          }, 1600);
        },
      },
    },
    label,
  );
  return button;
}

/** A page opened from disk may be refused the clipboard: the older way is tried then. */
async function copy(text) {
  if (navigator.clipboard && window.isSecureContext) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => copyBySelection(text),
    );
  }
  return copyBySelection(text);
}

function copyBySelection(text) {
  const area = element("textarea", { class: "offscreen", "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

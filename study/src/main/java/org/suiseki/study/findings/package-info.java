/**
 * Reports that tell findings: answers, sections of words, tables and figures, and the limits.
 * {@link org.suiseki.study.findings.Findings} composes them in Java; the page is drawn by {@link
 * org.suiseki.study.ReportPage}.
 *
 * <h2>The data of the page</h2>
 *
 * <p>A JSON object of schema {@code findings-report}, version 1. Numbers that are unknown are null.
 * A name of a quantity may hold {@code κ_L}, {@code x_{ij}} or {@code x^2}; a unit is written
 * {@code W/m/K} or {@code cm^3}, and 1 is none.
 *
 * <pre>
 * schema       "findings-report"
 * version      1
 * title, subtitle
 *              plain text
 * answers      [{statement, verdict: "good" | "neutral" | "bad", quantity, unit, number: estimate,
 *                detail}]
 *              first on the page
 * sections     [{id, title, lead, blocks: [block]}]
 *              one without blocks is named at the end of the page
 * notes        [sentence]
 *              the limits
 * counted      {key, one, title}
 *              what the rows of the data are: key of provenance.data, one of them, many of them
 * facts        {name: value}
 *              further rows of what was done
 * provenance   as {@link org.suiseki.study.Provenance} gives it
 *
 * estimate     {value, low, high, level}
 *              low and high are absent where no interval is known; without level they are one
 *              standard deviation away
 * quantity     {name, unit, log: true or absent}
 * guide        {axis: "x" | "y", value, text}
 *
 * block is one of
 * paragraph    {text}                        an empty line parts paragraphs, "- " begins an item
 * notice       {warning, text}
 * side-by-side {blocks: [block]}
 * table        {caption, columns: [{name, unit, kind, digits}], file,
 *               rows: [{cells: [text | number | estimate | null], highlighted}]}
 *              kind is "text", "formula", "code", "number" (digits are significant), "fixed" (digits
 *              after the point) or "count"; file, absent or below the run folder, holds all rows
 * scatter      {title, identity, x: quantity, y: quantity, guides: [guide],
 *               series: [{name, points: [{x, y, low, high, level, label, named, outside, detail}]}]}
 * lines        {title, x: quantity, y: quantity, guides: [guide],
 *               lines: [{name, baseline, x: [], y: [], low: [], high: [], level}]}
 * bars         {title, gains, quantity, bars: [{name, value, low, high, level, detail, highlighted}]}
 * matrix       {title, confusion, rowsAre, columnsAre, rows: [name], columns: [name], quantity,
 *               values: [[number]]}
 * ternary      {title, classes: [name], background: name, quantity,
 *               systems: [{elements: [left, right, top], steps, values: [[number]],
 *                          known: [{amounts: [3], label, kind, named, said: [number], detail}]}]}
 *              values has a list for each class, or one; in it the first element's share ascends
 *              from 0, and for each the second's from 0 to what is left; said has a value for each
 *              class, or one, and is empty where it is to be read between the points of the grid
 * elements     {title, grid, places: [{symbol, name, number, x, y, detail}],
 *               colourings: [{name, unit, log, values: [text or number, per place]}]}
 * structures   {title, structures: [{name, smiles, svg, detail, facts: [{name, unit, value, low,
 *               high, level}]}]}
 * real-data    {text, command, sources: [{name, file, address, licence, sha256}]}
 * </pre>
 *
 * <p>The address {@code report.html#ranking} opens a section; the word {@code dark} or {@code
 * light} may join it with {@code &}.
 */
@NullMarked
package org.suiseki.study.findings;

import org.jspecify.annotations.NullMarked;

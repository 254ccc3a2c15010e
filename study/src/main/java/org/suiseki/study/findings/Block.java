package org.suiseki.study.findings;

import tools.jackson.databind.node.ObjectNode;

/** One part of a section: words, a table or a figure. Each knows its data; the page draws it. */
public sealed interface Block
    permits Bars,
        Curves,
        DataTable,
        ElementMap,
        Matrix,
        Notice,
        Paragraph,
        RealData,
        Scatter,
        SideBySide,
        Structures,
        Ternary {

  /** Its data, as the package description says; a new object each time. */
  ObjectNode json();
}

package org.suiseki.study;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.suiseki.matter.Place;

/**
 * Turns YAML text into its node tree with marks, and no further: nothing is constructed from a tag.
 * Nesting and aliases are bounded before the tree is built, so that a small hostile file costs
 * little time and memory.
 */
final class YamlTree {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_ALIASES = 100;
  private static final Set<Tag> TAGS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ);

  private final String source;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The node being checked and those around it. */
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlTree(String source) {
    this.source = source;
  }

  /** The root map of the only document of {@code text}. */
  static MappingNode parse(String text, String source) {
    YamlTree tree = new YamlTree(source);
    Node root = tree.compose(text);
    tree.check(root);
    if (root instanceof MappingNode map) {
      return map;
    }
    throw new StudyException(
        "A study is a map of keys and values, but the file holds " + StudyNode.describe(root) + ".",
        place(source, root),
        "Begin with `study: NAME` and `kind: KIND`.");
  }

  static Place place(String source, Node node) {
    return place(source, node.getStartMark());
  }

  private static Place place(String source, Optional<Mark> mark) {
    return mark.map(m -> new Place(source, m.getLine() + 1, m.getColumn() + 1))
        .orElse(Place.of(source));
  }

  private Node compose(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source)
            .setSchema(new CoreSchema())
            .setAllowNonScalarKeys(true)
            .build();
    try {
      bound(new Parse(settings).parseString(text));
      return new Compose(settings)
          .composeString(text)
          .orElseThrow(() ->
              new StudyException(
                  "The file is empty.",
                  Place.of(source),
                  "Begin with `study: NAME` and `kind: KIND`."));
    } catch (MarkedYamlEngineException e) {
      throw new StudyException(
          "This is not valid YAML: " + problem(e) + ".",
          place(source, e.getProblemMark().or(e::getContextMark)),
          "Indent with spaces, write `key: value`, and quote texts that hold special characters.",
          e);
    } catch (ReaderException e) {
      throw unprintable(text, e);
    } catch (YamlEngineException e) {
      throw new StudyException(
          "This is not valid YAML: " + e.getMessage(), Place.of(source), "Mend the file.", e);
    }
  }

  /**
   * The event parser keeps its own stack, so depth can be refused before the recursive composer
   * meets it.
   */
  private void bound(Iterable<Event> events) {
    int depth = 0;
    int aliases = 0;
    for (Event event : events) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      } else if (event instanceof AliasEvent) {
        aliases++;
      }
      if (event instanceof ScalarEvent scalar && scalar.getValue().equals("<<")) {
        throw new StudyException(
            "The merge key << is not part of YAML 1.2.",
            place(source, event.getStartMark()),
            "Write the keys out.");
      }
      if (depth > MAX_DEPTH) {
        throw tooMuch("Lists and maps are nested deeper than " + MAX_DEPTH + " levels.", event);
      }
      if (aliases > MAX_ALIASES) {
        throw tooMuch("More than " + MAX_ALIASES + " aliases (*name) are used.", event);
      }
    }
  }

  private StudyException tooMuch(String what, Event event) {
    return new StudyException(
        what, place(source, event.getStartMark()), "Write the study flatter.");
  }

  /** Each node once: shared nodes of aliases are not walked again, however often they are named. */
  private void check(Node node) {
    if (open.contains(node)) {
      throw new StudyException(
          "This value contains itself.",
          place(source, node),
          "Write out what the alias stands for.");
    }
    if (!seen.add(node)) {
      return;
    }
    open.add(node);
    if (!TAGS.contains(node.getTag())) {
      throw new StudyException(
          "The tag " + StudyNode.quote(node.getTag().getValue()) + " is not used in studies.",
          place(source, node),
          "Remove the tag; values are texts, numbers, true or false, lists and maps.");
    }
    if (node instanceof MappingNode map) {
      checkKeys(map);
      map.getValue().forEach(pair -> check(pair.getValueNode()));
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(this::check);
    }
    open.remove(node);
  }

  private void checkKeys(MappingNode map) {
    Map<String, Node> first = new HashMap<>();
    for (NodeTuple pair : map.getValue()) {
      if (!(pair.getKeyNode() instanceof ScalarNode key)) {
        throw new StudyException(
            "A key is " + StudyNode.describe(pair.getKeyNode()) + ", but keys are plain words.",
            place(source, pair.getKeyNode()),
            "Write `key: value`.");
      }
      Node earlier = first.put(key.getValue(), key);
      if (earlier != null) {
        throw new StudyException(
            "The key " + StudyNode.quote(key.getValue()) + " is here for the second time.",
            place(source, key),
            "Keep one of the two; the first is in line " + place(source, earlier).line() + ".");
      }
    }
  }

  private static String problem(MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? e.getContext() : e.getProblem();
    return problem.strip().replaceAll("\\s+", " ");
  }

  private StudyException unprintable(String text, ReaderException e) {
    int at =
        text.offsetByCodePoints(
            0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
    String before = text.substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new StudyException(
        String.format("The character U+%04X cannot stand in YAML.", e.getCodePoint()),
        new Place(source, line, at - before.lastIndexOf('\n')),
        "Remove it; perhaps this is not a text file.",
        e);
  }
}

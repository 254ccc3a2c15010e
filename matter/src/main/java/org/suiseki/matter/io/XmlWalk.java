package org.suiseki.matter.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * A walk through the elements of an XML document, one at a time, in memory that does not grow with
 * the document.
 *
 * <p>A document type is refused, and with it every entity of the document's own, so that neither a
 * file nor the net is reached and nothing expands. Elements nest at most {@value #DEEPEST} deep.
 */
final class XmlWalk {
  /** What is done at each element. */
  interface Visitor {
    /** An element begins; gives where its content goes if it is a list of numbers. */
    Optional<NumberList> begins(XmlWalk at);

    /**
     * An element ends.
     *
     * @param text what it says, trimmed, its first {@value #LONGEST_TEXT} characters; empty where
     *     it was a list of numbers
     */
    void ends(XmlWalk at, String text);
  }

  /** Below the 100 at which newer JDKs stop by themselves. */
  static final int DEEPEST = 90;

  static final int LONGEST_TEXT = 10_000;

  private static final int DECLARATION = 200;

  /** Of a beginning: UTF-16, or what a declaration names that is not UTF-8. */
  private static final Pattern OTHER_ENCODING =
      Pattern.compile(
          "\\x00|.\\x00|[\u00fe\u00ff]{2}"
              + "|<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!(?i:utf-?8|us-ascii)[\"'])");

  /** That of the JDK whatever else is on the class path; safe in many threads once set. */
  private static final XMLInputFactory FACTORY = factory();

  private final String source;
  private final XMLStreamReader reader;
  private final List<String> path = new ArrayList<>();

  private XmlWalk(XMLStreamReader reader, String source) {
    this.reader = reader;
    this.source = source;
  }

  /**
   * Walks a whole document.
   *
   * @throws MatterException with line and column where it is not well-formed, ends early or
   *     declares a document type
   */
  static void through(InputStream in, String source, Visitor visitor) {
    try {
      new XmlWalk(reader(new BufferedInputStream(in)), source).walk(visitor);
    } catch (XMLStreamException e) {
      throw broken(e, e.getLocation(), source);
    } catch (IOException e) {
      throw BoundedLines.unreadable(e, source, 0);
    }
  }

  /** UTF-8 is decoded here, as the parser prints what is wrong with it before it throws. */
  private static XMLStreamReader reader(BufferedInputStream in)
      throws IOException, XMLStreamException {
    in.mark(DECLARATION);
    byte[] head = in.readNBytes(DECLARATION);
    in.reset();
    boolean marked =
        head.length > 2
            && (head[0] & 0xFF) == 0xEF
            && (head[1] & 0xFF) == 0xBB
            && (head[2] & 0xFF) == 0xBF;
    in.skipNBytes(marked ? 3 : 0);
    if (OTHER_ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1)).lookingAt()) {
      return FACTORY.createXMLStreamReader(in);
    }
    return FACTORY.createXMLStreamReader(
        new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
  }

  /** Of the element that begins or ends, without its prefix. */
  String name() {
    return path.get(path.size() - 1);
  }

  /** The name of the element around it; empty at the root. */
  String parent() {
    return path.size() < 2 ? "" : path.get(path.size() - 2);
  }

  /** Whether an element of this name is around it. */
  boolean within(String name) {
    return path.subList(0, path.size() - 1).contains(name);
  }

  /** Empty where the element that begins has none of this name. */
  String attribute(String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  /** What {@code xsi:type} says of the element that begins; empty where it does not. */
  String type() {
    String type = reader.getAttributeValue(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");
    return type == null ? "" : type;
  }

  String namespace() {
    String namespace = reader.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  Place place() {
    return place(reader.getLocation(), source);
  }

  private void walk(Visitor visitor) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    Optional<NumberList> numbers = Optional.empty();
    while (more()) {
      switch (reader.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> {
          enter();
          text.setLength(0);
          numbers = visitor.begins(this);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            take(numbers, text);
        case XMLStreamConstants.END_ELEMENT -> {
          numbers.ifPresent(list -> list.finish(this::place));
          numbers = Optional.empty();
          visitor.ends(this, text.toString().strip());
          text.setLength(0);
          path.remove(path.size() - 1);
        }
        case XMLStreamConstants.DTD -> throw documentType();
        case XMLStreamConstants.ENTITY_REFERENCE -> throw entity();
        default -> {}
      }
    }
  }

  /** The parser of the JDK lets some damage out as a runtime exception of its own. */
  private boolean more() throws XMLStreamException {
    try {
      if (!reader.hasNext()) {
        return false;
      }
      reader.next();
      return true;
    } catch (RuntimeException e) {
      throw new XMLStreamException("not well-formed", reader.getLocation(), e);
    }
  }

  private void enter() {
    path.add(reader.getLocalName());
    if (path.size() > DEEPEST) {
      throw new MatterException(
          "The elements nest more than " + DEEPEST + " deep.",
          place(),
          "Is this the file of an instrument? Export it again.");
    }
  }

  private void take(Optional<NumberList> numbers, StringBuilder text) {
    char[] buffer = reader.getTextCharacters();
    int from = reader.getTextStart();
    int length = reader.getTextLength();
    if (numbers.isPresent()) {
      numbers.get().append(buffer, from, length, this::place);
    } else {
      text.append(
          buffer, from, Math.min(length, LONGEST_TEXT - Math.min(LONGEST_TEXT, text.length())));
    }
  }

  private MatterException documentType() {
    return new MatterException(
        "The XML declares a document type (DOCTYPE), which no instrument writes and which can be"
            + " hostile.",
        place(),
        "Remove the DOCTYPE, or export the file again from the instrument.");
  }

  private MatterException entity() {
    return new MatterException(
        "The XML refers to the entity '" + Shown.text(String.valueOf(reader.getLocalName())) + "'.",
        place(),
        "Write the character itself; entities of a document's own are not read.");
  }

  private static MatterException broken(
      XMLStreamException e, @Nullable Location location, String source) {
    Throwable cause = e.getNestedException() == null ? e : e.getNestedException();
    if (cause instanceof MatterException inner) {
      return inner;
    }
    return new MatterException(
        "The XML is damaged or cut off: " + Shown.text(reason(cause), 200) + ".",
        location == null ? Place.of(source) : place(location, source),
        "Copy or export the file again.",
        e);
  }

  /** The last line of the parser's message; those before repeat the place. */
  private static String reason(Throwable e) {
    if (e instanceof CharacterCodingException) {
      return "a byte is not UTF-8";
    }
    String reason = String.valueOf(e.getMessage()).strip();
    String last = reason.substring(reason.lastIndexOf('\n') + 1).strip();
    String plain = last.startsWith("Message: ") ? last.substring("Message: ".length()) : last;
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }

  private static Place place(Location location, String source) {
    return new Place(
        source, Math.max(0, location.getLineNumber()), Math.max(0, location.getColumnNumber()));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    return factory;
  }
}

package org.suiseki.library;

import org.suiseki.matter.Place;

/**
 * A library, or a part of one, as one file:
 *
 * <pre>
 * zip      = entries that are stored, not deflated, with these names and no others:
 *   models/000000.jsonl …     at most 1000 lines each, a model a line
 *   aliases.jsonl             an alias a line
 *   objects/ab/cdef….suiseki  model files, named by the sha-256 of their bytes
 *   library.json              the header, last
 *
 * header   = {
 *   "format": "suiseki-library",
 *   "version": 1,
 *   "created": string,                   ISO 8601, UTC
 *   "models": integer,                   lines of all parts
 *   "parts": { name: 64 hex digits … }   sha-256 of each entry above whose name ends in .jsonl
 * }
 * model    = { "version": integer, "sha256": 64 hex digits, "bytes": integer,
 *              "published": milliseconds since 1970, "card": card as in {@link CardJson} }
 * alias    = { "scope": "name:NAME" | "property:KIND:PROPERTY", "alias": string,
 *              "model": "NAME@VERSION" }
 * </pre>
 *
 * <p>Nothing is unpacked, so reading never takes more room than the archive has bytes; names of
 * entries are compared and never made into paths. The hashes find damage, not malice.
 */
final class LibraryArchive {
  static final int VERSION = 1;
  static final String FORMAT = "suiseki-library";
  static final String HEADER = "library.json";
  static final String ALIASES = "aliases.jsonl";
  static final String PART = "models/[0-9]{6}\\.jsonl";
  static final String OBJECT = "objects/[0-9a-f]{2}/[0-9a-f]{62}\\.suiseki";
  static final String HASH = "[0-9a-f]{64}";

  /** Models of one part, which is held in memory. */
  static final int LINES = 1000;

  private LibraryArchive() {}

  static String part(int number) {
    return String.format("models/%06d.jsonl", number);
  }

  static String object(String sha256) {
    return "objects/" + sha256.substring(0, 2) + "/" + sha256.substring(2) + ".suiseki";
  }

  static String hash(String object) {
    return object.substring(8, 10) + object.substring(11, 73);
  }

  static LibraryException broken(String why, Place place) {
    return new LibraryException(
        "The archive is not sound. " + why,
        place,
        "Copy it again from where it came from, or export it anew.");
  }
}

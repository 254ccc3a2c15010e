package org.suiseki.study.polymer;

import java.util.List;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Column;

/**
 * Materials and what is known of them.
 *
 * @param name of the set, for tables
 * @param kind polymers or molecules
 * @param ids one for each
 * @param materials SMILES as given
 * @param canonical one text for each material however it is spelled
 * @param properties what is known
 * @param values materials × properties, NaN where a value is missing
 * @param sha256 of the file
 */
record KnownMaterials(
    String name,
    MaterialKind kind,
    List<String> ids,
    List<String> materials,
    List<String> canonical,
    List<Column> properties,
    double[][] values,
    String sha256) {

  int size() {
    return materials.size();
  }
}

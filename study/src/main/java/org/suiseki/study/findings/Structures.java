package org.suiseki.study.findings;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Molecules or repeat units with their drawings and a few numbers each; more than 24 are shown by
 * and by. A drawing takes some 3 kB of the page.
 *
 * @param title may be empty
 */
public record Structures(String title, List<Structure> structures) implements Block {

  /**
   * One molecule.
   *
   * @param name such as "P012" or a common name
   * @param smiles of the molecule or repeat unit
   * @param svg {@code Molecule.svg}, empty for none
   * @param facts a few numbers
   * @param detail a line in words, may be empty
   */
  public record Structure(String name, String smiles, String svg, List<Fact> facts, String detail) {
    public Structure {
      facts = List.copyOf(facts);
    }

    public static Structure of(String name, String smiles, String svg) {
      return new Structure(name, smiles, svg, List.of(), "");
    }

    public Structure with(Quantity quantity, Estimate value) {
      List<Fact> all = new ArrayList<>(facts);
      all.add(new Fact(quantity, value));
      return new Structure(name, smiles, svg, all, detail);
    }

    public Structure saying(String detail) {
      return new Structure(name, smiles, svg, facts, detail);
    }
  }

  /** A number below a drawing. */
  public record Fact(Quantity quantity, Estimate value) {}

  public Structures {
    structures = List.copyOf(structures);
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("block", "structures");
    json.put("title", title);
    ArrayNode all = json.putArray("structures");
    for (Structure one : structures) {
      ObjectNode each = all.addObject().put("name", one.name()).put("smiles", one.smiles());
      each.put("svg", one.svg()).put("detail", one.detail());
      ArrayNode facts = each.putArray("facts");
      for (Fact fact : one.facts()) {
        ObjectNode number = fact.quantity().json();
        fact.value().put(number);
        facts.add(number);
      }
    }
    return json;
  }
}

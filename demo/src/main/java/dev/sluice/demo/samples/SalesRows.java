package dev.sluice.demo.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Rows of the sales dataset: one opportunity of a salesperson on a day. */
final class SalesRows {
  static final List<String> HEADER =
      List.of(
          "Date",
          "Salesperson",
          "Lead Name",
          "Segment",
          "Region",
          "Target Close",
          "Forecasted Monthly Revenue",
          "Opportunity Stage",
          "Weighted Revenue",
          "Closed Opportunity",
          "Active Opportunity",
          "Latest Status Entry");

  static final int DATE = 0;
  static final int REVENUE = 6;

  private enum Stage {
    LEAD("Lead", 340, 5),
    PROSPECT("Prospect", 230, 20),
    QUALIFIED("Qualified", 170, 45),
    CONTRACTING("Contracting", 100, 80),
    CLOSED_WON("Closed Won", 90, 100),
    CLOSED_LOST("Closed Lost", 70, 0);

    final String text;
    final int perMille;
    final int weight;

    Stage(String text, int perMille, int weight) {
      this.text = text;
      this.perMille = perMille;
      this.weight = weight;
    }

    boolean closed() {
      return this == CLOSED_WON || this == CLOSED_LOST;
    }
  }

  private final Dice dice;

  SalesRows(Dice dice) {
    this.dice = dice;
  }

  List<String> row(LocalDate date) {
    Stage stage = stage();
    int revenue = revenue();
    List<String> row = new ArrayList<>(HEADER.size());
    row.add(text(date));
    row.add(dice.oneOf(Words.SALESPEOPLE));
    row.add(lead());
    row.add(dice.oneOf(Words.SEGMENTS));
    row.add(dice.oneOf(Words.REGIONS));
    row.add(text(date.plusDays(dice.between(14, 180))));
    row.add(Integer.toString(revenue));
    row.add(stage.text);
    row.add(Integer.toString((int) ((long) revenue * stage.weight / 100)));
    row.add(flag(stage.closed()));
    row.add(flag(!stage.closed()));
    row.add(flag(stage.closed() || dice.perMille(280)));
    return row;
  }

  /** A date as the files have it, {@code M/d/yyyy}. */
  static String text(LocalDate date) {
    return date.getMonthValue() + "/" + date.getDayOfMonth() + "/" + date.getYear();
  }

  private static String flag(boolean value) {
    return value ? "TRUE" : "FALSE";
  }

  private Stage stage() {
    int left = dice.between(0, 999);
    for (Stage stage : Stage.values()) {
      left -= stage.perMille;
      if (left < 0) {
        return stage;
      }
    }
    return Stage.LEAD;
  }

  /** Many small deals, few large ones. */
  private int revenue() {
    int size = dice.between(1, 100);
    int digits = size <= 55 ? 20_000 : size <= 88 ? 90_000 : 450_000;
    return dice.between(400, digits);
  }

  private String lead() {
    String name =
        dice.oneOf(Words.COMPANIES) + " " + dice.oneOf(Words.TRADES) + dice.oneOf(Words.FORMS);
    if (dice.perMille(12)) {
      return name + " \"" + dice.oneOf(Words.COMPANIES) + "\"";
    }
    return dice.perMille(8) ? name + "\nattn. " + dice.oneOf(Words.SALESPEOPLE) : name;
  }
}

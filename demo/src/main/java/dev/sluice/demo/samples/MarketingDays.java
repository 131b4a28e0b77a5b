package dev.sluice.demo.samples;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Rows of the marketing dataset: the figures of one day, which follow those of the day before. */
final class MarketingDays {
  static final List<String> HEADER =
      List.of(
          "Date",
          "New visitors SEO",
          "New visitors CPC",
          "New visitors Social Media",
          "Return visitors",
          "Twitter mentions",
          "Twitter follower adds",
          "Twitter followers cumulative",
          "Mailing list adds ",
          "Mailing list cumulative",
          "Website Pageviews",
          "Website Visits",
          "Website Unique Visits",
          "Mobile uniques",
          "Tablet uniques",
          "Desktop uniques",
          "Free sign up",
          "Paid conversion",
          "Events");

  private final Dice dice;
  private int trend = 400;
  private int followers = 5200;
  private int subscribers = 1800;

  MarketingDays(Dice dice) {
    this.dice = dice;
  }

  List<String> row(LocalDate date) {
    boolean weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    trend = Math.max(150, trend + dice.between(-12, 13));
    int level = weekend ? trend * 6 / 10 : trend;
    int seo = around(level);
    int cpc = around(level / 2);
    int social = around(level / 3);
    int returning = around(level * 2);
    int adds = dice.between(-9, 40);
    int mails = dice.between(0, weekend ? 12 : 35);
    followers = Math.max(0, followers + adds);
    subscribers += mails;
    int visits = seo + cpc + social + returning;
    int unique = visits * 83 / 100;
    int mobile = unique * dice.between(28, 46) / 100;
    int tablet = unique * dice.between(5, 12) / 100;
    int signUps = visits * dice.between(8, 25) / 1000;

    List<String> row = new ArrayList<>(HEADER.size());
    row.add(SalesRows.text(date));
    for (int figure :
        new int[] {
          seo,
          cpc,
          social,
          returning,
          dice.between(0, 60),
          adds,
          followers,
          mails,
          subscribers,
          visits * dice.between(21, 39) / 10,
          visits,
          unique,
          mobile,
          tablet,
          unique - mobile - tablet,
          signUps,
          signUps * dice.between(4, 19) / 100
        }) {
      row.add(Integer.toString(figure));
    }
    row.add(dice.perMille(70) ? dice.oneOf(Words.EVENTS) : "");
    return row;
  }

  private int around(int level) {
    return level * dice.between(85, 116) / 100;
  }
}

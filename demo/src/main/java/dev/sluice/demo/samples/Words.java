package dev.sluice.demo.samples;

import java.util.List;

/** What names are made of, with the characters that names really have. */
final class Words {
  static final List<String> SALESPEOPLE =
      List.of(
          "Ann Fisher",
          "José Álvarez",
          "Zoë Müller",
          "Łukasz Nowak",
          "Siobhán O'Brien",
          "Park Ji-woo",
          "Nguyễn Thị Hương",
          "Søren Kjær",
          "Renée Dubois",
          "Mehmet Yılmaz",
          "Ivana Čapková",
          "Wanjiru Mwangi",
          "佐藤 健",
          "Дарья Орлова",
          "Priya Raman",
          "Grant, William Jr.",
          "Chloé Lefèvre",
          "Ahmed El-Sayed",
          "Björn Åkesson",
          "Gary Cole",
          "Maria da Conceição",
          "Tomasz Wójcik",
          "Emily Stone",
          "李 娜");

  static final List<String> COMPANIES =
      List.of(
          "Acme",
          "Nordwind",
          "Blue Harbor",
          "Café Lumière",
          "Müller & Söhne",
          "Hikari 光",
          "Ostrava Stahl",
          "Red Fern",
          "São Jorge",
          "Kıvanç",
          "Green Valley",
          "Quill & Co",
          "Northgate",
          "Ångström",
          "Pemberton",
          "La Niña",
          "Silverline",
          "Zürcher",
          "Tide",
          "Bytown",
          "Old Mill",
          "Ruby Ridge",
          "Éclair",
          "Whitmore",
          "Juniper",
          "Kestrel");

  static final List<String> TRADES =
      List.of(
          "Logistics",
          "Foods",
          "Analytics",
          "Robotics",
          "Textiles",
          "Health",
          "Energy",
          "Media",
          "Optics",
          "Brewing",
          "Travel",
          "Software",
          "Bikes",
          "Paper",
          "Gardens",
          "Foundry");

  static final List<String> FORMS =
      List.of("", " Inc", " Ltd", " GmbH", " S.A.", ", Inc.", " AG", " AB", ", LLC", " 株式会社");

  static final List<String> SEGMENTS = List.of("SMB", "Mid-Market", "Enterprise", "Startup");

  static final List<String> REGIONS = List.of("US", "EMEA", "APAC", "LATAM", "Japan");

  static final List<String> EVENTS =
      List.of(
          "Newsletter",
          "Webinar",
          "Trade show, Köln",
          "Product launch",
          "Black Friday",
          "Podcast \"The Funnel\"",
          "Price change",
          "Conferência, São Paulo",
          "Outage",
          "Spring campaign\n(second wave)");

  private Words() {}
}

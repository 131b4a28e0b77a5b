package dev.sluice.demo.shop;

import java.util.List;

/** The vocabulary of the demo shop, chosen to hurt readers that take text for ASCII. */
final class Words {
  static final List<String> GIVEN =
      List.of(
          "Ada", "Björn", "Chloé", "Dmitri", "Élodie", "Farid", "Grace", "Håkon", "Inês", "José",
          "Károly", "Łukasz", "Mei", "Ngozi", "Olga", "Priya", "Quentin", "Rosa", "Søren", "Tomás",
          "Ülkü", "Vera", "Wen", "Xóchitl", "Yuki", "Zoë");
  static final List<String> FAMILY =
      List.of(
          "Andersson",
          "Brontë",
          "Castro",
          "D'Angelo",
          "Eriksen",
          "Fournier",
          "García",
          "Hoffmann",
          "Ito",
          "Jovanović",
          "Kowalczyk",
          "Lindqvist",
          "Müller",
          "Nwosu",
          "O'Brien",
          "Petrović",
          "Quinn",
          "Rossi",
          "Šimek",
          "Tanaka",
          "Usman",
          "Vlăsceanu",
          "Wójcik",
          "Yılmaz",
          "Zhang");
  static final List<String> CITIES =
      List.of(
          "Amsterdam",
          "Århus",
          "Barcelona",
          "Bruxelles",
          "Dublin",
          "Göteborg",
          "Kraków",
          "Lagos",
          "Lisboa",
          "Łódź",
          "München",
          "Nice",
          "Oslo",
          "Praha",
          "São Paulo",
          "Tokyo",
          "Zürich");
  static final List<String> COUNTRIES =
      List.of("NL", "DK", "ES", "BE", "IE", "SE", "PL", "NG", "PT", "DE", "FR", "NO", "CZ", "BR");
  static final List<String> STREETS =
      List.of(
          "Rue de l'Église",
          "Hauptstraße",
          "High Street",
          "Calle Mayor",
          "Via \"Roma\"",
          "Ulica Długa",
          "Strandgade",
          "C:\\Lane",
          "Avenida 9 de Julho");
  static final List<String> COLORS =
      List.of("black", "white", "crimson", "navy", "olive", "sand", "teal", "off-white");
  static final List<String> MATERIALS =
      List.of("oak", "cotton", "steel", "paper", "wool", "glass", "bamboo", "recycled PET");
  static final List<String> ADJECTIVES =
      List.of(
          "Quiet",
          "Sturdy",
          "Compact",
          "Folding",
          "Everyday",
          "Nordic",
          "Classic",
          "12\" Wide",
          "Feather-light",
          "Second-hand",
          "Café",
          "Rugged");
  static final List<String> TAGS =
      List.of(
          "new",
          "sale",
          "gift",
          "eco",
          "bestseller",
          "limited",
          "b-stock",
          "hand made",
          "comma, inside",
          "quote\"inside");
  static final List<String> REMARKS =
      List.of(
          "Arrived a day early, \"as new\".",
          "Two lines:\nthe second one.",
          "Windows line break\r\nand a tab\there.",
          "Backslash \\ and comma, semicolon; pipe | done",
          "Größe passt nicht — 寸法が違う 📦",
          "'Single' quotes; -- not a comment",
          "",
          "  leading and trailing blanks  ",
          "\\N is not a null",
          "Ship to neighbour: O'Brien, 2nd floor\n\nThanks!");
  static final List<String> WAREHOUSES = List.of("AMS", "GOT");
  static final List<String> CARRIERS = List.of("PostNord", "DHL", "Correios", "An Post", "GLS");

  private Words() {}
}

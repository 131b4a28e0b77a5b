package dev.sluice.local.asl.history;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How AWS names the details of an event. */
final class EventTypes {
  private static final Map<String, String> DETAILS = new ConcurrentHashMap<>();

  private EventTypes() {}

  /** All state types share two kinds of details; any other event has its own. */
  static String detailsOf(String type) {
    return DETAILS.computeIfAbsent(type, EventTypes::name);
  }

  private static String name(String type) {
    if (type.endsWith("StateEntered")) {
      return "stateEnteredEventDetails";
    }
    if (type.endsWith("StateExited")) {
      return "stateExitedEventDetails";
    }
    return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventDetails";
  }
}

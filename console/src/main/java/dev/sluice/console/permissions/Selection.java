package dev.sluice.console.permissions;

import java.util.List;

/**
 * Which part of a role is asked for.
 *
 * @param used grants that were used
 * @param unused grants that were not used
 * @param refused calls that were refused
 */
public record Selection(boolean used, boolean unused, boolean refused) {
  /** Everything where neither is asked for alone. */
  public static Selection of(boolean onlyUnused, boolean onlyRefused) {
    boolean everything = !onlyUnused && !onlyRefused;
    return new Selection(everything, everything || onlyUnused, everything || onlyRefused);
  }

  boolean grants() {
    return used || unused;
  }

  List<GrantUse> of(RoleUse role) {
    return used ? role.grants() : unused ? role.unused() : List.of();
  }

  /** False for a role of which nothing would be shown. */
  boolean shows(RoleUse role) {
    return used || !of(role).isEmpty() || refused && !role.refused().isEmpty();
  }
}

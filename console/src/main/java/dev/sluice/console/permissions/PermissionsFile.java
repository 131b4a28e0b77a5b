package dev.sluice.console.permissions;

import dev.sluice.console.error.UserError;
import dev.sluice.console.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * What the embedded AWS remembers of its roles, over all runs of a state directory: {@code
 * permissions.json}, which it writes every few seconds.
 *
 * @param roles sorted by name
 */
public record PermissionsFile(List<RoleUse> roles) {

  /**
   * Reads the file of that state directory.
   *
   * @return without roles where nothing was deployed yet
   * @throws UserError where it cannot be read
   */
  public static PermissionsFile in(Path state) {
    Path file = state.resolve("permissions.json");
    try {
      JsonNode all = JsonNode.parser().parse(Files.readString(file));
      JsonNode roles = all.field("roles").orElseThrow();
      return new PermissionsFile(
          roles.asObject().entrySet().stream()
              .map(role -> RoleUse.of(role.getKey(), role.getValue()))
              .toList());
    } catch (NoSuchFileException e) {
      return new PermissionsFile(List.of());
    } catch (IOException | RuntimeException e) {
      throw UserError.unavailable(
          "found in "
              + file
              + " what is no list of permissions: "
              + e.getMessage()
              + ". Delete the file; the next run writes it again.",
          e);
    }
  }

  /** Those whose name begins with a stack's, as in {@code sluice-orders}. */
  public PermissionsFile ofStack(String stack) {
    List<RoleUse> found = matching(role -> role.name().startsWith(stack + "-"));
    return found.isEmpty() ? unknown("of the stack '" + stack + "'") : new PermissionsFile(found);
  }

  /**
   * Those whose name has that text, in whatever case and with or without dashes; the one of exactly
   * that name, where there is.
   *
   * @throws UserError naming all where none has
   */
  public PermissionsFile named(String part) {
    List<RoleUse> exact =
        matching(role -> role.name().equals(part) || role.shortName().equals(part));
    String letters = letters(part);
    List<RoleUse> found =
        exact.isEmpty() ? matching(role -> letters(role.name()).contains(letters)) : exact;
    return found.isEmpty()
        ? unknown("with '" + part + "' in its name")
        : new PermissionsFile(found);
  }

  /** A function {@code validate-files} has the role {@code ValidateFilesRole}. */
  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }

  /**
   * The full name of the one role of which the text is a part.
   *
   * @return the text itself where no role is remembered
   * @throws UserError naming the roles where none or several have it
   */
  public String fullName(String part) {
    if (roles.isEmpty()) {
      return part;
    }
    PermissionsFile found = named(part);
    if (found.roles().size() > 1) {
      throw UserError.usage(
          "found "
              + found.roles().size()
              + " roles with '"
              + part
              + "' in their names, expected one of "
              + found.shortNames()
              + ".");
    }
    return found.roles().get(0).name();
  }

  private List<RoleUse> matching(Predicate<RoleUse> which) {
    return roles.stream().filter(which).toList();
  }

  private PermissionsFile unknown(String which) {
    throw UserError.usage("found no role " + which + ", expected one of " + shortNames() + ".");
  }

  private List<String> shortNames() {
    return roles.stream().map(RoleUse::shortName).toList();
  }

  /** For people. */
  public String toText(Selection selection) {
    return PermissionsText.of(roles, selection);
  }

  /** For scripts: an array of roles, names and ARNs in full. */
  public String toJson(Selection selection) {
    return JsonText.of(
        roles.stream().filter(selection::shows).map(role -> role.toMap(selection)).toList());
  }
}

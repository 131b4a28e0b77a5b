package dev.sluice.rights;

import dev.sluice.fixture.JsonTree;
import java.util.ArrayList;
import java.util.List;

/** What Lambda does in the name of a function's role where the function is in a VPC. */
final class FunctionNeeds {
  private static final String PAGE =
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions";
  private static final List<String> NETWORK =
      List.of(
          "CreateNetworkInterface",
          "DescribeNetworkInterfaces",
          "DescribeSubnets",
          "DeleteNetworkInterface",
          "AssignPrivateIpAddresses",
          "UnassignPrivateIpAddresses");

  private FunctionNeeds() {}

  static List<Need> of(JsonTree template) {
    List<Need> needs = new ArrayList<>();
    template
        .resources("AWS::Lambda::Function")
        .forEach(
            function -> {
              var properties = function.getValue().path("Properties");
              if (!properties.path("VpcConfig").path("SubnetIds").isEmpty()) {
                String role = Need.role(properties.path("Role"));
                NETWORK.forEach(
                    action ->
                        needs.add(new Need(function.getKey(), role, "ec2:" + action, "\\*", PAGE)));
              }
            });
    return needs;
  }
}

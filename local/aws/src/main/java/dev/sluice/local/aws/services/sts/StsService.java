package dev.sluice.local.aws.services.sts;

import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.endpoint.QueryService;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.base.json.Json;
import java.util.List;

/** GetCallerIdentity, which many tools ask first. */
public final class StsService implements LocalService {
  @Override
  public String name() {
    return "sts";
  }

  @Override
  public List<QueryService> queryServices() {
    return List.of(
        new QueryService("STS", "https://sts.amazonaws.com/doc/2011-06-15/")
            .operation(
                "GetCallerIdentity",
                form ->
                    Json.object()
                        .put("Arn", "arn:aws:iam::" + LocalAws.ACCOUNT + ":user/local")
                        .put("UserId", "AIDALOCAL")
                        .put("Account", LocalAws.ACCOUNT)));
  }
}

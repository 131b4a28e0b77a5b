package dev.sluice.pipeline.model;

import dev.sluice.core.plan.StateName;
import java.util.IdentityHashMap;
import java.util.Map;

/** What parts need to know while they are drawn: the numbers of parallels, and the site. */
public final class Drawing {
  private final Map<Parallel, String> names = new IdentityHashMap<>();
  private final Site site;

  Drawing(Site site, Part whole) {
    this.site = site;
    whole.parallels().forEach(p -> names.put(p, StateName.parallel(names.size() + 1)));
  }

  String nameOf(Parallel parallel) {
    return names.get(parallel);
  }

  Site site() {
    return site;
  }
}

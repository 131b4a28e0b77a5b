/** Crawls of the Glue catalog: started, then polled until they are done. */
package dev.sluice.lambda.crawl;

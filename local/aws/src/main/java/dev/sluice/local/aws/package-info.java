/** The embedded AWS: one process that runs a synthesized CDK application. */
package dev.sluice.local.aws;

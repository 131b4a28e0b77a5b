/** Reads a CDK cloud assembly and deploys it into the local services. */
package dev.sluice.local.aws.template;

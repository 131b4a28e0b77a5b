/** Policies as templates write them, read strictly: what is not understood here is an error. */
package dev.sluice.local.iam.policy;

/** The policies that AWS manages and templates only name. */
package dev.sluice.local.iam.managed;

/** The conditions under which a statement applies. */
package dev.sluice.local.iam.condition;

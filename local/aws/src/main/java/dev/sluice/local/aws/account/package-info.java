/** The one account and region of everything local, and the names that follow from them. */
package dev.sluice.local.aws.account;

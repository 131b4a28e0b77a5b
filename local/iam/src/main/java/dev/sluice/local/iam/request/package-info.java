/** What is asked for, by whom, and what the request carries for conditions. */
package dev.sluice.local.iam.request;

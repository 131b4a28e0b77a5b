/** What commands tell a person who has to do something, and a script by its exit code. */
package dev.sluice.console.error;

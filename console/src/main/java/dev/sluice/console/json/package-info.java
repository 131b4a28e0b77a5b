/** JSON as text. */
package dev.sluice.console.json;

/** What the roles of the templates may do, did and were refused on the embedded AWS. */
package dev.sluice.console.permissions;

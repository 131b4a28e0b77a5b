/** What a user may set, read and checked. */
package dev.sluice.config;

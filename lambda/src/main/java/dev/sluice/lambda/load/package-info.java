/**
 * Loads feeds of an HTTP source into the raw zone: asked politely, checked before anything is
 * stored, and never from an address that is not on the public internet.
 */
package dev.sluice.lambda.load;

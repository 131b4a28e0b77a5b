/** What the engine needs from the services around it, and nothing else. */
package dev.sluice.local.asl.integration;

/** The emulated AWS services, one package each. */
package dev.sluice.local.aws.services;

/** STS: who am I. */
package dev.sluice.local.services.sts;

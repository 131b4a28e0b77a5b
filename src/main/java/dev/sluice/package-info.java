/** The CDK application. */
package dev.sluice;

/** Demonstrations: something for pipelines to read where the user has nothing of their own yet. */
package dev.sluice.stack.demo;

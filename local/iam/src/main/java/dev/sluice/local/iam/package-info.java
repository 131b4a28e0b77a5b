/**
 * Decides as IAM does whether a request is allowed: {@code policy} reads what a template says,
 * {@code request} is what somebody asks for, {@code decision} is the answer and its wording.
 */
package dev.sluice.local.iam;

/** CloudFormation's protocol for custom resources that are Lambda functions. */
package dev.sluice.demo.cloudformation;

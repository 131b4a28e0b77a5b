/**
 * HTTP without a server: requests and answers alike for a Lambda function URL and a test's server.
 */
package dev.sluice.demo.http;

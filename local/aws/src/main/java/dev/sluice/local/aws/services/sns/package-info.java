/** SNS: topics whose mails arrive in a directory. */
package dev.sluice.local.aws.services.sns;

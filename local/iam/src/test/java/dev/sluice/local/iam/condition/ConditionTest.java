package dev.sluice.local.iam.condition;

import static dev.sluice.local.iam.Sample.document;
import static dev.sluice.local.iam.Sample.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
  /**
   * The first column is the condition, the second what the request carries.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
   *     operators</a>
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          {'StringEquals': {'s3:prefix': 'raw/'}}                      | s3:prefix=raw/      | true
          {'StringEquals': {'s3:prefix': 'raw/'}}                      | S3:Prefix=raw/      | true
          {'StringEquals': {'s3:prefix': 'raw/'}}                      | s3:prefix=RAW/      | false
          {'StringEquals': {'s3:prefix': 'raw/*'}}                     | s3:prefix=raw/x     | false
          {'StringEquals': {'s3:prefix': ['a', 'b']}}                  | s3:prefix=b         | true
          {'StringEquals': {'s3:prefix': ''}}                          | s3:prefix=          | true
          {'StringEquals': {'s3:prefix': ''}}                          | -                   | false
          {'StringEquals': {'s3:prefix': '${aws:PrincipalAccount}'}}   | s3:prefix=000000000000 | true
          {'StringEquals': {'s3:prefix': '${aws:userid}'}}             | s3:prefix=x         | false
          {'StringEquals': {'s3:prefix': '${aws:username}'}}           | s3:prefix=          | false
          {'StringEquals': {'s3:prefix': '${aws:TagKeys}'}}            | s3:prefix=a; aws:TagKeys=a   | true
          {'StringEquals': {'s3:prefix': '${aws:TagKeys}'}}            | s3:prefix=a; aws:TagKeys=a,b | false
          {'StringNotEquals': {'s3:prefix': '${aws:username}'}}        | s3:prefix=x         | true
          {'StringNotEquals': {'s3:prefix': ['a', 'b']}}               | s3:prefix=c         | true
          {'StringNotEquals': {'s3:prefix': ['a', 'b']}}               | s3:prefix=b         | false
          {'StringNotEquals': {'s3:prefix': 'a'}}                      | -                   | true
          {'StringEqualsIgnoreCase': {'s3:prefix': 'raw/'}}            | s3:prefix=RAW/      | true
          {'StringNotEqualsIgnoreCase': {'s3:prefix': 'raw/'}}         | s3:prefix=RAW/      | false
          {'StringLike': {'s3:prefix': 'raw/?*'}}                      | s3:prefix=raw/x     | true
          {'StringLike': {'s3:prefix': 'raw/?*'}}                      | s3:prefix=raw/      | false
          {'StringLike': {'s3:prefix': 'raw/?*'}}                      | s3:prefix=Raw/x     | false
          {'StringLike': {'s3:prefix': 'a${*}'}}                       | s3:prefix=a*        | true
          {'StringLike': {'s3:prefix': 'a${*}'}}                       | s3:prefix=ab        | false
          {'StringNotLike': {'s3:prefix': 'raw/*'}}                    | s3:prefix=raw/x     | false
          {'StringNotLike': {'s3:prefix': 'raw/*'}}                    | -                   | true
          {'NumericEquals': {'s3:max-keys': 10}}                       | s3:max-keys=10.0    | true
          {'NumericNotEquals': {'s3:max-keys': '10'}}                  | s3:max-keys=9       | true
          {'NumericLessThan': {'s3:TlsVersion': 1.2}}                  | s3:TlsVersion=1.1   | true
          {'NumericLessThan': {'s3:TlsVersion': 1.2}}                  | s3:TlsVersion=1.2   | false
          {'NumericLessThan': {'s3:TlsVersion': 1.2}}                  | -                   | false
          {'NumericLessThan': {'s3:TlsVersion': 1.2}}                  | s3:TlsVersion=old   | false
          {'NumericLessThanEquals': {'s3:max-keys': 10}}               | s3:max-keys=10      | true
          {'NumericGreaterThan': {'s3:max-keys': 10}}                  | s3:max-keys=9       | false
          {'NumericGreaterThan': {'s3:max-keys': 9}}                   | s3:max-keys=10      | true
          {'NumericGreaterThanEquals': {'s3:max-keys': 10}}            | s3:max-keys=10      | true
          {'DateLessThan': {'aws:CurrentTime': '2026-02-01'}}          | aws:CurrentTime=2026-01-31T23:59:59Z | true
          {'DateLessThan': {'aws:CurrentTime': '2026-02-01'}}          | aws:CurrentTime=2026-02-01T00:00:00Z | false
          {'DateLessThanEquals': {'aws:CurrentTime': '2026-02'}}       | aws:CurrentTime=2026-02-01T01:00:00+01:00 | true
          {'DateGreaterThan': {'aws:EpochTime': '2026-01-01T00:00:00.5Z'}} | aws:EpochTime=1767225601 | true
          {'DateGreaterThanEquals': {'aws:CurrentTime': '2026'}}       | aws:CurrentTime=2025-12-31T23:59:59.999Z | false
          {'DateEquals': {'aws:EpochTime': 1767225600}}                | aws:EpochTime=2026-01-01T00:00Z | true
          {'DateNotEquals': {'aws:EpochTime': 1767225600}}             | aws:EpochTime=1767225600 | false
          {'Bool': {'aws:SecureTransport': 'false'}}                   | aws:SecureTransport=false | true
          {'Bool': {'aws:SecureTransport': false}}                     | aws:SecureTransport=False | true
          {'Bool': {'aws:SecureTransport': 'false'}}                   | aws:SecureTransport=true | false
          {'Bool': {'aws:SecureTransport': 'false'}}                   | -                   | false
          {'BoolIfExists': {'aws:SecureTransport': 'false'}}           | -                   | true
          {'IpAddress': {'aws:SourceIp': '203.0.113.0/24'}}            | aws:SourceIp=203.0.113.255 | true
          {'IpAddress': {'aws:SourceIp': '203.0.113.0/24'}}            | aws:SourceIp=203.0.114.0 | false
          {'IpAddress': {'aws:SourceIp': '203.0.113.0/25'}}            | aws:SourceIp=203.0.113.128 | false
          {'IpAddress': {'aws:SourceIp': '203.0.113.7'}}               | aws:SourceIp=203.0.113.7 | true
          {'IpAddress': {'aws:SourceIp': '203.0.113.7'}}               | aws:SourceIp=203.0.113.8 | false
          {'IpAddress': {'aws:SourceIp': '0.0.0.0/0'}}                 | aws:SourceIp=10.1.2.3 | true
          {'IpAddress': {'aws:SourceIp': '2001:DB8:1234:5678::/64'}}   | aws:SourceIp=2001:db8:1234:5678:9::1 | true
          {'IpAddress': {'aws:SourceIp': '2001:DB8:1234:5678::/64'}}   | aws:SourceIp=203.0.113.7 | false
          {'IpAddress': {'aws:SourceIp': '0.0.0.0/0'}}                 | aws:SourceIp=localhost | false
          {'IpAddress': {'aws:SourceIp': '0.0.0.0/0'}}                 | aws:SourceIp=2001:db8::1 | false
          {'NotIpAddress': {'aws:SourceIp': '203.0.113.0/24'}}         | aws:SourceIp=203.0.114.0 | true
          {'NotIpAddress': {'aws:SourceIp': '203.0.113.0/24'}}         | -                   | true
          {'ArnEquals': {'aws:SourceArn': 'arn:aws:sns:*:*:t*'}}       | aws:SourceArn=arn:aws:sns:eu-west-1:000000000000:topic | true
          {'ArnLike': {'aws:SourceArn': 'arn:aws:x:*:111122223333:finance/*'}} | aws:SourceArn=arn:aws:x:us-east-2:999999999999:store/abc:111122223333:finance/d.txt | false
          {'StringLike': {'aws:SourceArn': 'arn:aws:x:*:111122223333:finance/*'}} | aws:SourceArn=arn:aws:x:us-east-2:999999999999:store/abc:111122223333:finance/d.txt | true
          {'ArnLike': {'aws:SourceArn': 'arn:aws:sns:*:${aws:PrincipalAccount}:t'}} | aws:SourceArn=arn:aws:sns:eu-west-1:000000000000:t | true
          {'ArnEquals': {'aws:SourceArn': '${aws:PrincipalArn}'}}      | aws:SourceArn=arn:aws:iam::000000000000:role/jobs/loader | true
          {'ArnEquals': {'aws:SourceArn': 'arn:aws:sns:*:*:t'}}        | aws:SourceArn=t     | false
          {'ArnEquals': {'aws:SourceArn': 'arn:aws:sns:*:*:t'}}        | -                   | false
          {'ArnNotEquals': {'aws:SourceArn': 'arn:aws:sns:*:*:t'}}     | -                   | true
          {'ArnNotLike': {'aws:SourceArn': 'arn:aws:sns:*:*:t'}}       | aws:SourceArn=arn:aws:sns:a:b:t | false
          {'Null': {'aws:TokenIssueTime': 'true'}}                     | -                   | true
          {'Null': {'aws:TokenIssueTime': 'true'}}                     | aws:TokenIssueTime=1 | false
          {'Null': {'aws:TokenIssueTime': false}}                      | aws:TokenIssueTime=1 | true
          {'Null': {'aws:TokenIssueTime': false}}                      | -                   | false
          {'StringLikeIfExists': {'s3:prefix': 'raw/*'}}               | -                   | true
          {'StringLikeIfExists': {'s3:prefix': 'raw/*'}}               | s3:prefix=x         | false
          {'StringNotEqualsIfExists': {'s3:prefix': 'a'}}              | -                   | true
          """)
  void shouldCompareAsTheOperatorSays(String condition, String context, boolean expected) {
    assertThat(holds(condition, context)).isEqualTo(expected);
  }

  /**
   * Values of one key are alternatives, negated ones forbid each; keys and operators all have to
   * hold.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">Several
   *     keys or values</a>
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">Single-valued
   *     and multivalued context keys</a>
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          {'StringEquals': {'x:a': '1', 'x:b': '2'}}                   | x:a=1; x:b=2 | true
          {'StringEquals': {'x:a': '1', 'x:b': '2'}}                   | x:a=1; x:b=3 | false
          {'StringEquals': {'x:a': '1'}, 'Null': {'x:b': 'true'}}      | x:a=1        | true
          {'StringEquals': {'x:a': '1'}, 'Null': {'x:b': 'true'}}      | x:a=1; x:b=2 | false
          {'ForAllValues:StringEquals': {'aws:TagKeys': ['a', 'b']}}   | aws:TagKeys=a,b | true
          {'ForAllValues:StringEquals': {'aws:TagKeys': ['a', 'b']}}   | aws:TagKeys=a   | true
          {'ForAllValues:StringEquals': {'aws:TagKeys': ['a', 'b']}}   | aws:TagKeys=a,c | false
          {'ForAllValues:StringEquals': {'aws:TagKeys': ['a', 'b']}}   | -               | true
          {'ForAllValues:StringEquals': {'aws:TagKeys': ['a', 'b']}}   | aws:TagKeys=    | true
          {'ForAnyValue:StringEquals': {'aws:TagKeys': ['a', 'b']}}    | aws:TagKeys=c,b | true
          {'ForAnyValue:StringEquals': {'aws:TagKeys': ['a', 'b']}}    | aws:TagKeys=c,d | false
          {'ForAnyValue:StringEquals': {'aws:TagKeys': ['a', 'b']}}    | -               | false
          {'ForAnyValue:StringEquals': {'aws:TagKeys': ['a', '']}}     | aws:TagKeys=    | false
          {'ForAllValues:StringNotEquals': {'aws:TagKeys': ['a', 'b']}} | aws:TagKeys=c,d | true
          {'ForAllValues:StringNotEquals': {'aws:TagKeys': ['a', 'b']}} | aws:TagKeys=c,b | false
          {'ForAllValues:StringNotEquals': {'aws:TagKeys': ['a', 'b']}} | -              | true
          {'ForAnyValue:StringNotEquals': {'aws:TagKeys': ['a', 'b']}} | aws:TagKeys=c,b | true
          {'ForAnyValue:StringNotEquals': {'aws:TagKeys': ['a', 'b']}} | aws:TagKeys=a,b | false
          {'ForAnyValue:StringNotEquals': {'aws:TagKeys': ['a', 'b']}} | -               | false
          {'ForAnyValue:StringLikeIfExists': {'aws:TagKeys': 'a*'}}    | -               | true
          {'ForAllValues:StringLike': {'dynamodb:Attributes': ['P*']}} | dynamodb:Attributes=Post,Pre | true
          """)
  void shouldTakeSeveralValuesTogether(String condition, String context, boolean expected) {
    assertThat(holds(condition, context)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'StringMatches': {'x:a': '1'}}                | found the operator 'StringMatches', expected Null or one of StringEquals,
          {'BinaryEquals': {'x:a': 'QQ=='}}              | found the operator 'BinaryEquals'
          {'NullIfExists': {'x:a': 'true'}}              | found the operator 'NullIfExists'
          {'ForAllValues:Null': {'x:a': 'true'}}         | found the operator 'ForAllValues:Null'
          {'ForSomeValues:StringLike': {'x:a': '1'}}     | found the operator 'ForSomeValues:StringLike'
          {'StringEquals': {'aws:SourceAcount': '1'}}    | found the condition key 'aws:SourceAcount'
          {'StringEquals': {'prefix': '1'}}              | found the condition key 'prefix'
          {'StringEquals': {'x:a': []}}                  | found an empty array
          {'StringEquals': {'x:a': null}}                | found null, expected text, a number
          {'StringEquals': 'x'}                          | expected an object of condition keys
          {'NumericLessThan': {'x:a': 'few'}}            | found 'few', expected a number
          {'NumericLessThan': {'x:a': '${x:b}'}}         | found the policy variable '${x:b}'
          {'DateLessThan': {'x:a': 'soon'}}              | found 'soon', expected a date
          {'DateLessThan': {'x:a': '2026-13-01'}}        | found '2026-13-01', expected a date
          {'Bool': {'x:a': 'yes'}}                       | found 'yes', expected true or false
          {'Null': {'x:a': 'maybe'}}                     | found 'maybe', expected true or false
          {'IpAddress': {'aws:SourceIp': 'localhost'}}   | found 'localhost', expected an address
          {'IpAddress': {'aws:SourceIp': '10.0.0.0/33'}} | found '10.0.0.0/33', expected an address
          {'IpAddress': {'aws:SourceIp': '10.0.0.256'}}  | found '10.0.0.256', expected an address
          {'ArnLike': {'aws:SourceArn': 'topic'}}        | found 'topic', expected '*' or arn:
          """)
  void shouldRefuseWhatIsNotKnown(String condition, String message) {
    assertThatThrownBy(() -> holds(condition, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Statement[0]/Condition/")
        .hasMessageContaining(message);
  }

  private static boolean holds(String condition, String context) {
    return document(
            "{'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': " + condition + "}")
        .statements()
        .get(0)
        .applies(request("s3:ListBucket", "arn:aws:s3:::lake", context));
  }
}

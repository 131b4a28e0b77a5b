package dev.sluice.lambda.notify;

class InMemoryNoticesTest extends NoticesContract {
  @Override
  Notices notices(MovableClock time) {
    return new InMemoryNotices(time);
  }
}

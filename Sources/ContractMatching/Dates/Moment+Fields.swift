extension Moment {
  /// The year; 0 is the year before the year 1.
  package var year: Int { date.year }
  /// The month, 1 to 12.
  package var month: Int { date.month }
  /// The day of the month, from 1.
  package var day: Int { date.day }
  /// The hour of the day, 0 to 23.
  package var hour: Int { secondOfDay / 3_600 }
  /// The minute of the hour.
  package var minute: Int { secondOfDay / 60 % 60 }
  /// The second of the minute.
  package var second: Int { secondOfDay % 60 }
  /// The day of the week: 1 is Monday.
  package var dayOfWeek: Int { date.weekday }
  /// The day of the year, from 1.
  package var dayOfYear: Int { date.dayOfYear }
  /// The week of the week-based year of ISO 8601, 1 to 53.
  package var weekOfYear: Int { date.weekOfYear }
  /// The year that the ISO 8601 week belongs to.
  package var weekBasedYear: Int { date.weekBasedYear }
  /// The week of the month, from Monday to Sunday; week 1 has four days of the month or more.
  package var weekOfMonth: Int { date.weekOfMonth }

  /// The seconds since 1 January 1970, 00:00 UTC.
  package var secondsSinceEpoch: Int { localSeconds - offsetSeconds }

  /// The seconds since the start of 1970 that a clock at the offset shows.
  var localSeconds: Int { date.daysSinceEpoch * Self.secondsPerDay + secondOfDay }
}

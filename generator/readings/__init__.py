"""What is read out of people's words: a derived layer that never overrules what is recorded.

A reader is a pure function from a version to readings. A reading carries the words it rests on,
their place in the record, and how sure it is; an editor confirms or corrects it in procedure.yml.

- Fees: `fees.read_fees(version)`; `fees.fees_on(fees, day)`, what is due on a day, has ended or is
  to begin; `fees.summarise_fees(on_day)`, one line.
- Times: `times.read_times(version)`; `times.summarise_times(times)`, one line and whether a due day
  can be computed.
- `plain.convert_to_plain(value)` is any of them as JSON has it.
"""

# Why it was answered so: for staff
explain-button = Why?
explain-asked = Asked on { $time }, and understood then like this:
explain-changed = The knowledge has changed since (revision { $then } → { $now }): asked again now, it may be answered otherwise.
explain-none = none
explain-folded = Read as: { $text }
explain-outcome = Outcome: { $outcome } ({ $reason }), confidence { $confidence }
explain-outcome-answer = answered
explain-outcome-choose = asked back
explain-outcome-handover = handed to people
explain-outcome-smalltalk = small talk
explain-aspects = Asks for: { $aspects }
explain-time = Time: { $time }
explain-candidates = Candidates:
explain-no-candidates = Candidates: nothing is like it
explain-candidate = · { $score } { $kind } { $id }: { $why }

explain-reason-sure-enough = sure enough
explain-reason-not-sure-enough = not sure enough, { $detail }
explain-reason-nothing-is-like-it = nothing is like it
explain-reason-names-no-matter = does not say about what
explain-reason-goes-on-about-it = goes on about what was asked before
explain-reason-the-record-does-not-say = the record does not say
explain-reason-names-several = names several
explain-reason-asks-several-things = asks several things
explain-reason-a-whole-kind = asks for a whole kind: { $detail }
explain-reason-small-talk = nothing else
explain-reason-asks-for-a-person = asks for a person
explain-reason-no-words = no words

explain-signal-confidence = confidence { $value }
explain-signal-name = name { $value }
explain-signal-fit = fit { $value }
explain-signal-likeness = likeness { $value }
explain-signal-lead = lead { $value }
explain-signal-addressed = to the point { $value }
explain-signal-strange = strange words { $value }
explain-signal-beyond-it = beyond the record: { $value }

-- Answers by e-mail: the day the questions went out.
ALTER TABLE meetings ADD COLUMN questions_sent_on TEXT;

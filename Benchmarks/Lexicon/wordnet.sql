-- WordNet in SQLite, of the table that wordnet.awk writes; read in the folder of that table.
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
DROP TABLE IF EXISTS texts;
DROP TABLE IF EXISTS entries;
CREATE TABLE lines(headword, speech, meanings, examples);
.mode ascii
.separator "\t" "\n"
.import @FOLDER@/wordnet.tsv lines
CREATE TABLE entries(id INTEGER PRIMARY KEY, headword TEXT, speech TEXT, meanings TEXT, examples TEXT);
INSERT INTO entries(headword, speech, meanings, examples) SELECT * FROM lines;
DROP TABLE lines;
CREATE INDEX by_headword ON entries(headword);
CREATE VIRTUAL TABLE texts USING fts5(meanings, examples, content = 'entries', content_rowid = 'id');
INSERT INTO texts(texts) VALUES('rebuild');
INSERT INTO texts(texts) VALUES('optimize');
VACUUM;

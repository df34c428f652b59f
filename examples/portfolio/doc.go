// Portfolio judges what a partner has on a day, and says first what is to be done
// in the next 30 days and by whom, what is blocked and by which rule, and which
// association claims compete. Then it says for each membership of some companies
// whether its Buy or Renew button is enabled, and if not why and from which day,
// and where its benefits stand; of customers whether they have accepted the
// customer agreement and what blocks their orders; and of association claims
// what is due and what is wrong.
//
// Usage:
//
//	portfolio [-on YYYY-MM-DD] [-policy baseline|in-force] [-compare baseline|in-force]
//	          [-json] [-all] [-keep-going] [-usage report.csv] [folder or file]
//
// Without a folder or file it judges the sample that ships with it; the file - is
// the standard input. The day to judge by is that of -on, else that which the
// input names, else today in UTC. README.md describes the files, and the JSON
// that the program writes.
//
// The exit status is 0 if all was judged, whatever the verdicts; 1 if the
// output could not be written; 2 if the command line or the input is at fault,
// and then nothing is written but the fault; 3 if with -keep-going the input is
// at fault, and the rest was judged.
//
// How it uses the library: package portfolio, in examples/internal, reads and
// judges. Every date and enumeration reads itself from text, so that the program
// knows none of their spellings; what is not known stays unset; and each question
// is asked of the package that answers it. The files here put the answers in
// words: questions.go those to the three questions, report.go those on offers,
// and the others those that they are named after.
package main

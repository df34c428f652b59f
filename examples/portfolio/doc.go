// Portfolio applies the rules of the partner program to the files of a partner on
// one day. It first shows what to do in the next 30 days and who must do it, what
// is blocked by which rule, and which association claims compete. Then it shows
// the details:
//
//   - for each membership, whether its Buy or Renew button is enabled, and if not,
//     why not and from which day; and the state of its benefits;
//   - for each customer, whether it has accepted the customer agreement, and what
//     blocks its orders;
//   - for each association claim, its next deadline and its faults.
//
// Usage:
//
//	portfolio [-on YYYY-MM-DD] [-policy baseline|in-force] [-compare baseline|in-force]
//	          [-json] [-all] [-keep-going] [-usage report.csv] [folder or file]
//
// Without a folder or file it uses its sample folder. The file - is the standard
// input. The day of the report is the day of -on, or else the day in the input, or
// else today in UTC. README.md describes the files and the JSON output.
//
// The exit status is:
//
//   - 0 if everything was judged, whatever the verdicts;
//   - 1 if the output could not be written;
//   - 2 if the command line or the input is invalid, with the fault as the only
//     output;
//   - 3 if parts of the input are invalid and -keep-going is set.
//
// Package portfolio, in examples/internal, reads the files and calls the library.
// Dates and enumerations parse their own texts, so the program does not know their
// codes. Unknown facts stay unset. The files here turn the results into words:
// questions.go for actions, blocks and competing claims, report.go for offers, and
// the other files for the subjects in their names.
package main

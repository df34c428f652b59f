// Portfolio says for each membership of some companies whether its Buy or Renew
// button is enabled, and if not why, what to do, and from which day, and where
// its benefits stand. Of customers it says whether they have accepted the
// customer agreement and what blocks their orders; of association claims what
// is due, what is wrong, and which compete.
//
// Usage:
//
//	portfolio [-on YYYY-MM-DD] [-policy baseline|in-force] [-json] [-usage report.csv] [file]
//
// Without a file it judges the sample that ships with it; the file - is the
// standard input. The day to judge by is that of -on, else the file's own member
// "on", else today in UTC.
//
// The file is JSON, read strictly. README.md describes each member, and the JSON
// that the program writes. Only companies, name and offer must be there; what is
// left out is not known.
//
//	{
//	  "on": "2024-09-15",
//	  "companies": [{
//	    "name": "Example Ltd",
//	    "account": "authorized",             // pending, authorized, rejected
//	    "billing": "linked",                 // linked, not-linked, outdated
//	    "role": "account-admin",             // partner-admin, account-admin, other
//	    "status2022": "gold",                // none, gold, silver, gold-and-silver
//	    "qualified": {"dataAI": "yes"},      // by area: yes, no
//	    "scores": {"security": {"deployments": "0"}}, // by area and metric: points
//	    "memberships": [{
//	      "offer": "solutions-partner-data-ai",
//	      "start": "2022-08-17",             // or "anniversary"
//	      "renewals": ["2023-08-20"],
//	      "active": "yes",                   // yes, no, unknown
//	      "fee": "4730.00", "currency": "USD",
//	      "benefits": [{
//	        "id": "credits", "category": "azure-credits", "year": 2,
//	        "unlocked": "2023-08-25", "redeemedOn": "2023-09-01"
//	      }]
//	    }],
//	    "wanted": ["legacy-gold"]            // offers not held
//	  }],
//	  "customers": [...],                    // see README.md
//	  "claims": [...]
//	}
//
// The exit status is 0 if all was judged, whatever the verdicts; 1 if the
// output could not be written; 2 if the command line or the file is at fault,
// and then nothing is written but the fault.
//
// How it uses the library: package portfolio, in examples/internal, reads and
// judges. Every date and enumeration reads itself from text, so that the program
// knows none of their spellings; what is not known stays unset; and each question
// is asked of the package that answers it. The files here put the answers in
// words: text.go and words.go those on offers, benefits_text.go, customers_text.go
// and claims_text.go the rest.
package main

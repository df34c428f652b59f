package benefits

import "github.com/partnerrules/partnerrules/internal/enum"

// An Advice is something to know about benefits that no function decides. The
// zero value is no advice.
type Advice uint8

// The advices.
const (
	// ManagedByPartnerAdmin: who manages benefits and licences (BEN-14).
	ManagedByPartnerAdmin Advice = iota + 1

	// LicenceTermsDiffer: product licences are not commercial ones (BEN-32).
	LicenceTermsDiffer

	// BuyFurtherLicences: what to do for more than those granted (BEN-34).
	BuyFurtherLicences

	// ManageInPartnerCenter: where they are viewed and managed, what they are
	// for, and where to ask (BEN-35).
	ManageInPartnerCenter

	// ReadBeforeMerge: a merge cannot be undone (BEN-43).
	ReadBeforeMerge

	// BenefitsOfGlobalAccount: whose benefits come at a renewal after a merge
	// (BEN-40).
	BenefitsOfGlobalAccount

	noAdvice   Advice = 0
	lastAdvice        = BenefitsOfGlobalAccount
)

func (a Advice) texts() texts {
	switch a {
	case ManagedByPartnerAdmin:
		return texts{
			code: "managed-by-partner-admin", rule: "BEN-14", source: faqMembership,
			message: "Benefits and licences are managed by the partner admin of the programme.",
		}
	case LicenceTermsDiffer:
		return texts{
			code: "licence-terms-differ", rule: "BEN-32", source: faqLicences, see: "Product licensing usage terms",
			message: "Product licences come without Software Assurance, and their terms of use differ from those of commercial licences: more restrictions apply.",
		}
	case BuyFurtherLicences:
		return texts{
			code: "buy-further-licences", rule: "BEN-34", source: faqLicences, see: "Microsoft licensing",
			message: "For more licences than are granted, compare the options of commercial licensing and buy there.",
		}
	case ManageInPartnerCenter:
		return texts{
			code: "manage-in-partner-center", rule: "BEN-35", source: faqLicences, see: "Manage your benefits",
			message: "Licences and benefits are viewed and managed in Partner Center; they are there to build solutions and to learn the products. Its support section answers questions.",
		}
	case ReadBeforeMerge:
		return texts{
			code: "read-before-merge", rule: "BEN-43", source: mergeAccounts, see: mergeAccounts,
			message: "Read first how a merge of accounts works and whether it suits the company: it cannot be undone.",
		}
	case BenefitsOfGlobalAccount:
		return texts{
			code: "benefits-of-global-account", rule: "BEN-40", source: faqLicences, see: mergeAccounts,
			message: "Each side keeps its benefits until its own renewal or last day of access; at a renewal they become those of the global account.",
		}
	}
	return texts{}
}

// Rule returns the ID of the rule in RULES.md: "BEN-14", say.
func (a Advice) Rule() string { return a.texts().rule }

// Source names the published document, and its section, that the rule rests on.
func (a Advice) Source() string { return a.texts().source }

// Message returns the advice as a sentence.
func (a Advice) Message() string { return a.texts().message }

// See names the page to read, or is empty.
func (a Advice) See() string { return a.texts().see }

// String returns the code of a: "read-before-merge", say, and the empty string
// for no advice.
func (a Advice) String() string {
	if a > lastAdvice {
		return enum.Outside("advice", a)
	}
	return a.texts().code
}

// AppendText implements [encoding.TextAppender].
func (a Advice) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "advice", a, noAdvice, lastAdvice)
}

// MarshalText implements [encoding.TextMarshaler].
func (a Advice) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (a *Advice) UnmarshalText(text []byte) error {
	return enum.Unmarshal(a, "advice", noAdvice, lastAdvice, text)
}

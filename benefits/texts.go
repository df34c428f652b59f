package benefits

// The texts of the enumerations, for people. A Title is a name, and a Message is a
// sentence. Both are empty for an invalid value, and can be reworded.

// Title returns the name of the category, such as "Azure credits".
func (c Category) Title() string {
	switch c {
	case AzureCredits:
		return "Azure credits"
	case CloudServices:
		return "Cloud services"
	case DeveloperTools:
		return "Developer tools"
	case SupportAndAdvisory:
		return "Support and advisory"
	case Marketing:
		return "Marketing"
	case OnPremisesSoftware:
		return "On-premises software"
	}
	return ""
}

// Title returns the name of the kind.
func (c CreditKind) Title() string {
	switch c {
	case CreditsUnknown:
		return "Unknown"
	case MonthlyCredits:
		return "Monthly credits"
	case BulkCredits:
		return "Bulk credits"
	}
	return ""
}

// Message returns a sentence about what happens on the day of the event.
func (e EventKind) Message() string {
	switch e {
	case NoticeBefore:
		return "A renewal notice goes out before the anniversary date."
	case NoticeAfter:
		return "A second renewal notice goes out, unless the membership is renewed by then."
	case AnniversaryDate:
		return "The paid year ends."
	case WindowOpens:
		return "The renewal window opens."
	case WindowCloses:
		return "The renewal window closes at the end of the day."
	case AccessEnds:
		return "Access to the benefits has ended, unless the membership was renewed."
	case ActivateBy:
		return "This is the last day to redeem the benefit."
	case LastUse:
		return "This is the last day to use the benefit."
	}
	return ""
}

// Message returns a sentence about the benefit.
func (s State) Message() string {
	switch s {
	case StateUnknown:
		return "The state of the benefit on this day is unknown."
	case NotYetProvided:
		return "The benefit has not been provided yet."
	case Available:
		return "The benefit has not been redeemed, and can be."
	case InUse:
		return "The benefit has been redeemed, and can be used."
	case ExpiredUnredeemed:
		return "The benefit was not redeemed in time."
	case Expired:
		return "The benefit's own term is over."
	case LostWithMembership:
		return "The benefit was lost when access to the membership ended."
	case RedeemedOfNoUse:
		return "The benefit was redeemed after its own term was over, so it is of no use."
	}
	return ""
}

// Message returns a sentence about the first renewal after the merge.
func (m MergeChoice) Message() string {
	switch m {
	case ChoiceUnknown:
		return "It is unknown which benefits the company can choose at its first renewal after the merge."
	case NoChoice:
		return "There are no benefits to choose: neither account has a designation or legacy benefits."
	case SolutionsPartnerOnly:
		return "At its first renewal after the merge, the company gets Solutions Partner benefits."
	case EitherBenefits:
		return "At its first renewal after the merge, the company can choose Solutions Partner benefits or legacy benefits."
	case LegacyOnly:
		return "At its first renewal after the merge, the company gets legacy benefits."
	}
	return ""
}

// Message returns a sentence about why a replacement is wanted.
func (c Cause) Message() string {
	switch c {
	case CauseUnknown:
		return "It is unknown why a replacement is wanted."
	case WrongTenant:
		return "A cloud services key was activated on the wrong tenant."
	case SeatsAdded:
		return "A key added seats by mistake, instead of extending the subscription."
	case OtherCause:
		return "A replacement is wanted for another cause, or for another kind of benefit."
	}
	return ""
}

// Title returns the name of the kind of product.
func (p Product) Title() string {
	switch p {
	case OtherProduct:
		return "Other product"
	case WindowsServer:
		return "Windows Server"
	case WindowsClient:
		return "Windows client"
	case OfficeClient:
		return "Office client"
	}
	return ""
}

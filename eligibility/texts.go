package eligibility

// The texts of the enumerations, for people. A Title is a name, and a Message is a
// sentence or a part of one. Both are empty for an invalid value, and can be
// reworded.

// Message returns a phrase for a list of missing facts, such as "the state of the
// account's verification".
func (f Fact) Message() string {
	if a := f.Area(); a != noArea {
		return "whether the company qualifies for " + a.Title()
	}
	switch f {
	case FactAccount:
		return "the state of the account's verification"
	case FactMembership:
		return "which designation or legacy membership is active, if any"
	case FactAnniversary:
		return "the anniversary date of the designation or legacy membership"
	case FactHeldEarlier:
		return "whether the company held a designation earlier"
	case FactStatus2022:
		return "the Gold or Silver status on 2022-09-30"
	case FactBilling:
		return "whether a billing profile is linked or set up"
	case FactPack:
		return "whether the pack is active"
	case FactPackAnniversary:
		return "the pack's anniversary date"
	case FactLearning:
		return "whether a Learning Action Pack is active"
	case FactLearningAnniversary:
		return "the Learning Action Pack's anniversary date"
	}
	return ""
}

// Area returns the area of a fact about the qualification for an area, and otherwise
// the zero Area.
func (f Fact) Area() Area {
	if f < FactDataAI || f > FactSecurity {
		return noArea
	}
	return DataAI + Area(f-FactDataAI)
}

// Message returns a sentence about the button.
func (v Verdict) Message() string { return v.message("button") }

// message returns the sentence about a button with the given name, such as "Buy button".
func (v Verdict) message(button string) string {
	switch v {
	case Undetermined:
		return "It is unknown whether the " + button + " is enabled, because facts are missing."
	case Enabled:
		return "The " + button + " is enabled: every requirement is met."
	case Disabled:
		return "The " + button + " is disabled: a requirement is not met."
	case NoPublishedChecklist:
		return "It is unknown whether the " + button + " is enabled: Microsoft has published no checklist for this offer."
	}
	return ""
}

// Title returns the label that Partner Center shows. It is "Buy or Renew" if unknown.
func (b Button) Title() string {
	switch b {
	case ButtonUnknown:
		return "Buy or Renew"
	case Buy:
		return "Buy"
	case Renew:
		return "Renew"
	}
	return ""
}

// Message returns a sentence about a requirement.
func (r RequirementState) Message() string {
	switch r {
	case NotAsked:
		return "The offer has no such requirement."
	case NotMet:
		return "The requirement is not met."
	case RequirementUnknown:
		return "It is unknown whether the requirement is met."
	case Met:
		return "The requirement is met."
	}
	return ""
}

// Message returns a sentence about a membership.
func (p Phase) Message() string {
	switch p {
	case PhaseUnknown:
		return "The state of the membership on this day is unknown."
	case NotStarted:
		return "The membership has not started yet."
	case Running:
		return "The membership is running, and its renewal window is not open yet."
	case InWindow:
		return "The renewal window of the membership is open."
	case Lapsed:
		return "The membership has lapsed: its renewal window has passed."
	}
	return ""
}

// Title returns the name of the state, such as "In progress".
func (v Verification) Title() string {
	switch v {
	case VerificationUnknown:
		return "Unknown"
	case Pending:
		return "Pending"
	case Authorized:
		return "Authorized"
	case Rejected:
		return "Rejected"
	case InProgress:
		return "In progress"
	case Challenged:
		return "Challenged"
	}
	return ""
}

// Title returns the name of the membership.
func (h Holding) Title() string {
	switch h {
	case HoldingUnknown:
		return "Unknown"
	case HoldsNothing:
		return "No designation or legacy membership"
	case HoldsDesignation:
		return "Solutions Partner designation"
	case HoldsGold:
		return "Legacy Gold"
	case HoldsSilver:
		return "Legacy Silver"
	}
	return ""
}

// Title returns the state of the billing profile in a few words.
func (b Billing) Title() string {
	switch b {
	case BillingUnknown:
		return "Unknown"
	case BillingLinked:
		return "Linked to the tenant"
	case BillingNotLinked:
		return "Not linked or set up"
	case BillingOutdated:
		return "Not up to date"
	case BillingSetUp:
		return "Set up on the tenant"
	}
	return ""
}

// Title returns the name of the role.
func (r Role) Title() string {
	switch r {
	case RoleUnknown:
		return "Unknown"
	case PartnerAdmin:
		return "Partner admin of the program"
	case AccountAdmin:
		return "Account admin"
	case OtherRole:
		return "Another role"
	}
	return ""
}

// Title returns the name of the status, such as "Gold and Silver".
func (l LegacyStatus) Title() string {
	switch l {
	case StatusUnknown:
		return "Unknown"
	case StatusNone:
		return "Neither Gold nor Silver"
	case StatusGold:
		return "Gold"
	case StatusSilver:
		return "Silver"
	case StatusGoldAndSilver:
		return "Gold and Silver"
	}
	return ""
}

// Title returns the name of the family.
func (f Family) Title() string {
	switch f {
	case FamilySolutionsPartner:
		return "Solutions Partner designations"
	case FamilyLegacy:
		return "Legacy benefits"
	case FamilyPack:
		return "Benefits packages"
	case FamilyLearning:
		return "Learning Action Pack"
	}
	return ""
}

// Title returns the name of the metric, such as "Net customer adds".
func (m Metric) Title() string {
	switch m {
	case NetCustomerAdds:
		return "Net customer adds"
	case Intermediate:
		return "Intermediate certifications"
	case Advanced:
		return "Advanced certifications"
	case UsageGrowth:
		return "Usage growth"
	case Deployments:
		return "Deployments"
	}
	return ""
}

// Title returns the name of the category, such as "Customer success".
func (c Category) Title() string {
	switch c {
	case Performance:
		return "Performance"
	case Skilling:
		return "Skilling"
	case CustomerSuccess:
		return "Customer success"
	}
	return ""
}

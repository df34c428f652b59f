package cpor

// Message returns a sentence that says whether the draft has an error. It is empty
// if v is invalid.
func (v Verdict) Message() string {
	switch v {
	case VerdictUndetermined:
		return "The draft has no proved error, but facts are missing."
	case VerdictValid:
		return "The draft has no error."
	case VerdictInvalid:
		return "The draft has an error."
	}
	return ""
}

// Message returns a sentence that says who must or may do what. It is empty if t is
// zero or invalid.
func (t Task) Message() string {
	switch t {
	case TaskInitialReview:
		return "Microsoft must start the review."
	case TaskDecision:
		return "Microsoft must decide on the claim, or ask you for more."
	case TaskPartnerAnswer:
		return "You must answer Microsoft and submit the claim again."
	case TaskCustomerDecline:
		return "The customer may decline the claim."
	case TaskPartnerDispute:
		return "You may dispute the rejection."
	case TaskFinalDecision:
		return "Microsoft must decide on the dispute."
	}
	return ""
}

// Message returns a sentence that says whether the task is late. It is empty if t
// is invalid.
func (t Timing) Message() string {
	switch t {
	case TimingUnknown:
		return "It is unknown whether the task is overdue."
	case TimingOpen:
		return "There is still time."
	case TimingExcused:
		return "The last day has passed, but Microsoft may take longer while it compares the claims."
	case TimingOverdue:
		return "The last day has passed, and the task is overdue."
	case TimingClosed:
		return "The last day has passed, and the task is no longer possible."
	}
	return ""
}

// Message returns a sentence that says how the claims are related. It is empty if r
// is zero or invalid.
func (r Relation) Message() string {
	switch r {
	case Competing:
		return "The claims compete: they are of different companies."
	case PossiblyCompeting:
		return "The claims compete if they are of different companies, which is unknown."
	case Duplicate:
		return "The claims are duplicates: they are of one company."
	case UndeterminedOverlap:
		return "The claims compete or are duplicates if their times overlap, which is unknown."
	}
	return ""
}

// Message returns a sentence that says why the claim was no longer approved. It is
// empty if c is invalid.
func (c Cause) Message() string {
	switch c {
	case CauseUnknown:
		return "It is unknown why the claim is no longer approved."
	case CustomerDeclined:
		return "The customer declined the claim."
	case PartnerEnded:
		return "The partner ended the claim."
	case Displaced:
		return "Microsoft approved a competing claim."
	}
	return ""
}

// Message returns a sentence that says what the error is about. It is empty if p is
// zero or invalid.
func (p PortalError) Message() string {
	switch p {
	case PortalDomainError:
		return "The tenant ID and the domain do not match."
	case PortalSubscriptionError:
		return "The product or the subscription cannot be claimed."
	}
	return ""
}

// Title returns the name of the status for display, such as "Editing". It is empty
// if s is invalid.
func (s Status) Title() string {
	switch s {
	case StatusUnknown:
		return "Unknown"
	case Editing:
		return "Editing"
	case Submitted:
		return "Submitted"
	case UnderReview:
		return "Under review"
	case PartnerActionRequired:
		return "Partner action required"
	case Approved:
		return "Approved"
	case Rejected:
		return "Rejected"
	case Dispute:
		return "Dispute"
	case RejectedFinal:
		return "Rejected (final)"
	}
	return ""
}

// Title returns the name of the actor for display, such as "Microsoft". It is empty
// if a is zero or invalid.
func (a Actor) Title() string {
	switch a {
	case ActorMicrosoft:
		return "Microsoft"
	case ActorPartner:
		return "Partner"
	case ActorCustomer:
		return "Customer"
	case ActorSupport:
		return "Support"
	}
	return ""
}

// Title returns the name of the field for display, such as "User role". It is empty
// if f is zero or invalid.
func (f Field) Title() string {
	switch f {
	case FieldRole:
		return "User role"
	case FieldPartner:
		return "Location"
	case FieldTenant:
		return "Tenant"
	case FieldDomain:
		return "Domain"
	case FieldArea:
		return "Solution area"
	case FieldActivity:
		return "Activity"
	case FieldProduct:
		return "Product or workload"
	case FieldSubscription:
		return "Subscription"
	case FieldCustomerContact:
		return "Customer contact"
	case FieldPartnerContact:
		return "Partner contact"
	case FieldPoE:
		return "Proof of execution"
	}
	return ""
}

// Title returns the name of the solution area for display, such as "Business
// Applications". It is empty if a is zero or invalid.
func (a Area) Title() string {
	switch a {
	case BusinessApplications:
		return "Business Applications"
	case Microsoft365:
		return "Microsoft 365"
	}
	return ""
}

// Title returns the name of the activity for display, such as "Presales". It is
// empty if a is zero or invalid.
func (a Activity) Title() string {
	switch a {
	case ActivityPresales:
		return "Presales"
	case ActivityUsage:
		return "Usage"
	case ActivityRevenueAssociation:
		return "Revenue association"
	}
	return ""
}

// Title returns the name of the channel for display, such as "Volume Licensing". It
// is empty if c is invalid.
func (c Channel) Title() string {
	switch c {
	case ChannelUnknown:
		return "Unknown"
	case VolumeLicensing:
		return "Volume Licensing"
	case WebDirect:
		return "Web Direct"
	case CSP:
		return "Cloud Solution Provider"
	}
	return ""
}

// Title returns the name of the state for display, such as "Active". It is empty if
// s is invalid.
func (s SubscriptionState) Title() string {
	switch s {
	case StateUnknown:
		return "Unknown"
	case StateActive:
		return "Active"
	case StateInGrace:
		return "In the grace period"
	case StateSuspended:
		return "Suspended"
	case StateLockedOut:
		return "Locked out"
	case StateDeleted:
		return "Deleted"
	case StateExpired:
		return "Expired"
	case StateExtended:
		return "In the extended service term"
	}
	return ""
}

// Title returns the name of the kind for display, such as "Location". It is empty
// if l is invalid.
func (l LocationKind) Title() string {
	switch l {
	case LocationKindUnknown:
		return "Unknown"
	case PartnerLocation:
		return "Location"
	case GlobalAccount:
		return "Global account"
	case LegacyVOrg:
		return "Legacy V-org"
	}
	return ""
}

// Title returns the name of the role for display, such as "Billing admin". It is
// empty if r is invalid.
func (r Role) Title() string {
	switch r {
	case RoleUnknown:
		return "Unknown"
	case BillingAdmin:
		return "Billing admin"
	case GlobalAdmin:
		return "Global admin"
	case IncentivesAdmin:
		return "Incentives admin"
	case OtherRole:
		return "Other role"
	case IncentivesUser:
		return "Incentives user"
	}
	return ""
}

// Title returns the name of the edition for display, such as "Edition of 2020". It
// is empty if e is zero or invalid.
func (e Edition) Title() string {
	switch e {
	case Edition2020:
		return "Edition of 2020"
	case Edition2023:
		return "Edition of 2023"
	}
	return ""
}

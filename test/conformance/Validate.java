import java.io.FileInputStream;
import java.util.TreeSet;
import org.mustangproject.validator.ESeverity;
import org.mustangproject.validator.ValidationResultItem;
import org.mustangproject.validator.ZUGFeRDValidator;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Checks files, each named behind its profiles: `3a,ua1=file` against PDF/A-3a and PDF/UA-1, `invoice=file` against the
 * rules of its electronic invoice. A line for each: file, profile, the rules that are broken. Tabs between.
 */
public class Validate {
  public static void main(String[] tasks) throws Exception {
    for (String task : tasks) {
      int equals = task.indexOf('=');
      String file = task.substring(equals + 1);
      for (String profile : task.substring(0, equals).split(",")) {
        String broken = profile.equals("invoice") ? brokenInvoice(file) : broken(file, profile);
        System.out.println("result\t" + file + "\t" + profile + "\t" + broken.replaceAll("\\s+", " "));
      }
    }
  }

  private static String broken(String file, String profile) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(profile);
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
      ValidationResult result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
      TreeSet<String> rules = new TreeSet<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
        rules.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage());
      }
      return result.isCompliant() ? "" : String.join("; ", rules);
    }
  }

  private static String brokenInvoice(String file) {
    ZUGFeRDValidator validator = new ZUGFeRDValidator();
    validator.validate(file);
    TreeSet<String> rules = new TreeSet<>();
    for (ValidationResultItem item : validator.getContext().getResults()) {
      if (item.getSeverity() == ESeverity.notice) continue;
      rules.add(item.getSeverity() + " " + item.getID() + " " + item.getMessage());
    }
    return validator.wasCompletelyValid() ? "" : "invalid; " + String.join("; ", rules);
  }
}
